// Boxes on the map, and what lies where: a grid of cells, so that a name is compared with its neighbours only and not with every mark.

const CELL = 64;

const box = (x, y, width, height) => ({ left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 });
const meet = (a, b) => a.left < b.right + 1 && b.left < a.right + 1 && a.top < b.bottom + 1 && b.top < a.bottom + 1;
const within = (a, frame) => a.left >= frame.left && a.right <= frame.right && a.top >= frame.top && a.bottom <= frame.bottom;

class Crowd {
  constructor(boxes = []) {
    this.cells = new Map();
    for (const each of boxes) this.add(each);
  }

  add(taken) {
    for (const key of cellsOf(taken)) {
      if (this.cells.has(key)) this.cells.get(key).push(taken);
      else this.cells.set(key, [taken]);
    }
  }

  meets(asked) {
    return cellsOf(asked).some((key) => (this.cells.get(key) || []).some((other) => meet(asked, other)));
  }

  /** How many boxes lie there; one that lies in two cells is counted once. */
  count(asked) {
    const found = new Set();
    for (const key of cellsOf(asked)) for (const other of this.cells.get(key) || []) if (meet(asked, other)) found.add(other);
    return found.size;
  }
}

/** The keys of the cells that a box reaches into, or comes within a pixel of. */
function cellsOf({ left, right, top, bottom }) {
  const keys = [];
  for (let x = Math.floor((left - 1) / CELL); x <= Math.floor((right + 1) / CELL); x++) {
    for (let y = Math.floor((top - 1) / CELL); y <= Math.floor((bottom + 1) / CELL); y++) keys.push(x * 1e6 + y);
  }
  return keys;
}
