// The marks over the ground, drawn anew for each part of the story that a reader asks to see.

class Picture {
  constructor(map, data, open) {
    Object.assign(this, { map, data, open });
    map.createPane("areas").style.zIndex = 300;
    map.createPane("names-ground").style.zIndex = 350;
    map.createPane("names").style.zIndex = 620;
    map.createPane("grips").style.zIndex = 410; // in the page after the pins, and before the earlier trips, over which they lie
    map.createPane("grips-earlier").style.zIndex = 405;
  }

  draw(story) {
    const { map, open } = this;
    const { drawing, labels } = this.data;
    if (this.layer) this.layer.remove();
    if (this.labels) this.labels.remove();
    this.layer = L.layerGroup().addTo(map);
    drawAreas(this.layer, drawing, story.journeys);
    this.ways = drawLegs(this.layer, drawing, story.journeys);
    drawGrips(map, this.layer, drawing, story.journeys, this.ways, open);
    this.pins = drawPins(map, this.layer, drawing, story.journeys, open); // in the order of travel, the earlier trips last
    this.meetings = drawMeetings(map, this.layer, drawing, story.journeys, open);
    const mentions = this.data.story.journeys.length ? [] : drawMentions(this.layer, drawing, story.mentions);
    this.movers = new Movers(map, this.layer, story, this.ways, this.pins);
    this.labels = new Labels(map, [...this.pins, ...mentions], this.meetings, [...this.ways.values()], labels);
  }

  /** Everything that is drawn of the main journeys, to fit the map to. */
  get reach() {
    return [...this.pins.filter((pin) => !pin.earlier).map((pin) => pin.marker.getLatLng()), ...[...this.ways.values()].flat()];
  }

  markOf(id) {
    return [...this.pins, ...this.meetings].find((pin) => pin.id === id);
  }

  choose(id) {
    for (const pin of [...this.pins, ...this.meetings]) pin.button.setAttribute("aria-current", String(pin.id === id));
  }
}
