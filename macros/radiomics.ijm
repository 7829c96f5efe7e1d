// Measures the radiomics features of a region of an image (2D, or a stack as one volume) and writes
// them as a table: tag, name, value.
//
//   ./radcam macro macros/radiomics.ijm "image=FILE mask=FILE output=FEATURES.csv"
//
// mask is an image of the same size, 0 outside the region, or a file of ImageJ's regions (.roi, .zip).
// Options of the measurement stand in brackets: options=[discretisation=fbs:25 spacing=2 round].
// Values with blanks stand in brackets, too: image=[my images/x.tif].

input = option("image");
mask = option("mask");
output = option("output");
if (input == "" || mask == "" || output == "") {
  exit("radiomics.ijm needs an argument: image=FILE mask=FILE output=FEATURES.csv");
}
open(input);
before = nResults;
run("Radiomics...", "roifile=[" + mask + "] output=[" + output + "] " + option("options"));
// The same values are in the table that macros read.
for (row = before; row < nResults; row++) {
  tag = getResultString("tag", row);
  if (tag == "morph_volume" || tag == "stat_mean") {
    print(tag, getResult("value", row));
  }
}

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
