"""An archive of articles: read by shards, on processes or on Dask, into partitioned GeoParquet, and summed up.

`geo.corpus.run.read_corpus` does the whole; `geo.corpus.work.read_shard` is the one function that runs on one shard, wherever.
"""
