namespace Sluice.BuildContract.Jobs;

/// <summary>How a source is fetched.</summary>
public enum JobSourceKind
{
    /// <summary>There is none; the buildspec comes with the job.</summary>
    None,

    /// <summary>By git.</summary>
    Git,

    /// <summary>A zip in the suite's own store, as pipelines hand on.</summary>
    Archive,

    /// <summary>A copy of a folder of the machine, as it is: <see cref="JobSource.Repository"/>.</summary>
    Folder,

    /// <summary>A zip or a folder in a user's bucket.</summary>
    S3,
}
