"""CPU time of pyradiomics on its test images, as RadiomicsTimes measures ours.

Usage: python pyradiomics_times.py FOLDER
"""

import logging
import statistics
import sys
import time

import SimpleITK as sitk
from radiomics import featureextractor

logging.getLogger("radiomics").setLevel(logging.ERROR)
for subject in ("brain1", "brain2", "breast1"):
    image = sitk.ReadImage(f"{sys.argv[1]}/{subject}_image.nrrd")
    mask = sitk.ReadImage(f"{sys.argv[1]}/{subject}_label.nrrd")
    extractor = featureextractor.RadiomicsFeatureExtractor(binWidth=25)
    times = []
    for run in range(-2, 7):
        start = time.process_time()
        features = extractor.execute(image, mask, label=1)
        if run >= 0:
            times.append(1e3 * (time.process_time() - start))
    count = sum(name.startswith("original") for name in features)
    print(
        f"{subject}: {count} features, median {statistics.median(times):.1f} ms"
        f" ({min(times):.1f} to {max(times):.1f})"
    )
