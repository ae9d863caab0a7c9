addEventListener("message", ({ data, source }) => {
  if (!data || data.sentinel !== "amp" || data.type !== "embed-size" || !(data.height > 0)) return;
  for (const frame of document.querySelectorAll("iframe[data-dateline]"))
    if (frame.contentWindow === source) frame.style.height = `${Math.min(data.height, 9000)}px`;
});
