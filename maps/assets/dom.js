// Elements are made here and nowhere else, and text enters them only as text.

/** Make an element with classes and children; a string child becomes a text node. */
function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

/** Make an SVG element with attributes. */
function makeSvg(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Make a link that leaves no trace of this page; only http and https addresses are followed. */
function makeLink(address, words) {
  if (!/^https?:\/\//i.test(address)) return make("span", "", words);
  const link = make("a", "", words);
  link.href = address;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
