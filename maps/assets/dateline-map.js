// <dateline-map src="map.html" title="…">: the map in a frame that takes the height it needs. What stands inside the element is shown
// where no script runs.
customElements.define(
  "dateline-map",
  class extends HTMLElement {
    connectedCallback() {
      const frame = document.createElement("iframe");
      const address = new URL(this.getAttribute("src") || "", document.baseURI);
      if (!/^(https?|file):$/.test(address.protocol)) return;
      frame.src = address.href;
      frame.title = this.getAttribute("title") || "Map";
      frame.loading = "lazy";
      frame.allowFullscreen = true;
      frame.setAttribute("sandbox", "allow-scripts allow-popups");
      frame.style.cssText = "display:block;width:100%;height:clamp(560px,75vw,720px);border:0";
      (this.shadowRoot || this.attachShadow({ mode: "open" })).replaceChildren(frame);
      this.listen = ({ data, source }) => {
        const fits = source === frame.contentWindow && data && data.sentinel === "amp" && data.type === "embed-size";
        if (fits && data.height > 0) frame.style.height = `${Math.min(data.height, 9000)}px`;
      };
      addEventListener("message", this.listen);
    }

    disconnectedCallback() {
      removeEventListener("message", this.listen);
    }
  },
);
