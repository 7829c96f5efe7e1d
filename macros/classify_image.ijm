// Classifies one image and saves it with its heat map drawn in, and the heat map's values.
//
//   ./radcam macro macros/classify_image.ijm "image=FILE output=DIR"
//
// Values with blanks stand in brackets: image=[my images/x.png].

input = option("image");
output = option("output");
if (input == "" || output == "") {
  exit("classify_image.ijm needs an argument: image=FILE output=DIR");
}
File.makeDirectory(output);
open(input);
title = getTitle();
run("Chest X-ray: Finding or No Finding...", "heatmap=predicted overlay=true heatimage=true");
saveAs("Tiff", output + File.separator + "heatmap.tif");
selectImage(title);
run("Heat Map...", "opacity=0.4 colours=Inferno threshold=0.3");
run("Flatten");
saveAs("PNG", output + File.separator + "overlay.png");
print(title, getResultString("Predicted", nResults - 1), getResult("p_finding", nResults - 1));

// The value of key in the macro's argument, or "".
function option(key) {
  text = " " + getArgument() + " ";
  start = indexOf(text, " " + key + "=");
  if (start < 0) return "";
  start = start + lengthOf(key) + 2;
  end = indexOf(text, " ", start);
  if (substring(text, start, start + 1) == "[") {
    start = start + 1;
    end = indexOf(text, "]", start);
  }
  return substring(text, start, end);
}
