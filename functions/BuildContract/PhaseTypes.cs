namespace Sluice.BuildContract;

/// <summary>CodeBuild's phases in their order.</summary>
public static class PhaseTypes
{
    /// <summary>The request was recorded.</summary>
    public const string Submitted = "SUBMITTED";

    /// <summary>Waiting for a machine.</summary>
    public const string Queued = "QUEUED";

    /// <summary>The machine is being set up.</summary>
    public const string Provisioning = "PROVISIONING";

    /// <summary>The commit is fetched and the buildspec read.</summary>
    public const string DownloadSource = "DOWNLOAD_SOURCE";

    /// <summary>The buildspec's <c>install</c>.</summary>
    public const string Install = "INSTALL";

    /// <summary>The buildspec's <c>pre_build</c>.</summary>
    public const string PreBuild = "PRE_BUILD";

    /// <summary>The buildspec's <c>build</c>.</summary>
    public const string Build = "BUILD";

    /// <summary>The buildspec's <c>post_build</c>.</summary>
    public const string PostBuild = "POST_BUILD";

    /// <summary>Artifacts are packed and stored.</summary>
    public const string UploadArtifacts = "UPLOAD_ARTIFACTS";

    /// <summary>What the build left behind is cleared away.</summary>
    public const string Finalizing = "FINALIZING";

    /// <summary>The build is over.</summary>
    public const string Completed = "COMPLETED";
}
