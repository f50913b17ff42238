using System.Text.Json.Serialization;

namespace Sluice.BuildContract.Reports;

/// <summary>How a test case ended, in CodeBuild's words.</summary>
public enum TestStatus
{
    /// <summary>It passed.</summary>
    [JsonStringEnumMemberName("SUCCEEDED")]
    Succeeded,

    /// <summary>What it asserts is not so.</summary>
    [JsonStringEnumMemberName("FAILED")]
    Failed,

    /// <summary>It broke off before it could tell.</summary>
    [JsonStringEnumMemberName("ERROR")]
    Error,

    /// <summary>It was not run.</summary>
    [JsonStringEnumMemberName("SKIPPED")]
    Skipped,

    /// <summary>The file does not say, or says what its format does not know.</summary>
    [JsonStringEnumMemberName("UNKNOWN")]
    Unknown,
}
