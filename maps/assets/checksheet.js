// Ticks live in the page; the button saves them as a file that the command carries into the itinerary.
document.getElementById("save").addEventListener("click", () => {
  const ticked = [...document.querySelectorAll("input:checked")].map((box) => box.value);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify({ checked: ticked }, null, 1)], { type: "application/json" }));
  link.download = "ticks.json";
  link.click();
});
