using System.Text.Json.Serialization;

namespace Sluice.BuildContract;

/// <summary>CodeBuild's statuses of builds and of their phases.</summary>
public enum BuildStatus
{
    /// <summary>Not ended.</summary>
    [JsonStringEnumMemberName("IN_PROGRESS")]
    InProgress,

    /// <summary>Ended well.</summary>
    [JsonStringEnumMemberName("SUCCEEDED")]
    Succeeded,

    /// <summary>The source, the buildspec or a command failed.</summary>
    [JsonStringEnumMemberName("FAILED")]
    Failed,

    /// <summary>The build machine failed, not the build.</summary>
    [JsonStringEnumMemberName("FAULT")]
    Fault,

    /// <summary>It ran longer than it may.</summary>
    [JsonStringEnumMemberName("TIMED_OUT")]
    TimedOut,

    /// <summary>Someone stopped it.</summary>
    [JsonStringEnumMemberName("STOPPED")]
    Stopped,
}
