using System.Text.Json.Serialization;

namespace Sluice.BuildContract;

/// <summary>CodeBuild's phases in their order.</summary>
public enum PhaseType
{
    /// <summary>The request was recorded.</summary>
    [JsonStringEnumMemberName("SUBMITTED")]
    Submitted,

    /// <summary>Waiting for a machine.</summary>
    [JsonStringEnumMemberName("QUEUED")]
    Queued,

    /// <summary>The machine is being set up.</summary>
    [JsonStringEnumMemberName("PROVISIONING")]
    Provisioning,

    /// <summary>The commit is fetched and the buildspec read.</summary>
    [JsonStringEnumMemberName("DOWNLOAD_SOURCE")]
    DownloadSource,

    /// <summary>The buildspec's <c>install</c>.</summary>
    [JsonStringEnumMemberName("INSTALL")]
    Install,

    /// <summary>The buildspec's <c>pre_build</c>.</summary>
    [JsonStringEnumMemberName("PRE_BUILD")]
    PreBuild,

    /// <summary>The buildspec's <c>build</c>.</summary>
    [JsonStringEnumMemberName("BUILD")]
    Build,

    /// <summary>The buildspec's <c>post_build</c>.</summary>
    [JsonStringEnumMemberName("POST_BUILD")]
    PostBuild,

    /// <summary>Artifacts are packed and stored.</summary>
    [JsonStringEnumMemberName("UPLOAD_ARTIFACTS")]
    UploadArtifacts,

    /// <summary>What the build left behind is cleared away.</summary>
    [JsonStringEnumMemberName("FINALIZING")]
    Finalizing,

    /// <summary>The build is over.</summary>
    [JsonStringEnumMemberName("COMPLETED")]
    Completed,
}
