"""From a whole GeoNames dump to a gazetteer file, in bounded memory and by steps that outlive a crash."""
