// One finger scrolls the page and two move the map; in another page's frame, the wheel scrolls that page unless Ctrl is held.

function tameGestures(map, stage) {
  const hint = make("div", "hint");
  hint.setAttribute("aria-hidden", "true");
  stage.append(hint);
  let timer = 0;
  const show = (words) => {
    hint.textContent = words;
    hint.classList.add("on");
    clearTimeout(timer);
    timer = setTimeout(() => hint.classList.remove("on"), 900);
  };
  if (matchMedia("(pointer: coarse)").matches) {
    map.dragging.disable();
    stage.addEventListener("touchmove", (event) => event.touches.length === 1 && show(say("page.two_fingers")), { passive: true });
  }
  if (self !== top) {
    map.scrollWheelZoom.disable();
    stage.addEventListener("wheel", (event) => (event.ctrlKey || event.metaKey ? zoomByWheel(map, event) : show(say("page.hold_ctrl"))), { passive: false });
  }
}

function zoomByWheel(map, event) {
  event.preventDefault();
  const at = map.mouseEventToContainerPoint(event);
  map.setZoomAround(at, map.getZoom() - Math.sign(event.deltaY) * 0.5);
}
