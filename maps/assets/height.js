// In another page's frame: tell that page how high this one would like to be, in the three forms that hosts understand.

/** Send the height of the page now, and again whenever it changes. */
function tellHeight(page, wanted) {
  if (parent === self) return;
  document.documentElement.classList.add("framed");
  const child = new URLSearchParams(location.search).get("childId");
  let told = 0;
  const tell = () => {
    const wide = matchMedia("(min-width: 820px)").matches;
    const height = wide ? wanted || Math.round(Math.min(720, Math.max(560, innerWidth * 0.75))) : Math.ceil(page.offsetHeight);
    if (height === told) return;
    told = height;
    parent.postMessage({ sentinel: "amp", type: "embed-size", height }, "*");
    if (child) parent.postMessage(["pym", child, "height", height].join("xPYMx"), "*");
    parent.postMessage(JSON.stringify({ context: "iframe.resize", src: location.href, height }), "*");
  };
  new ResizeObserver(tell).observe(page);
}
