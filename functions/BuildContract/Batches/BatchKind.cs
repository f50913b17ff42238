using System.Text.Json.Serialization;

namespace Sluice.BuildContract.Batches;

/// <summary>The forms of a buildspec's <c>batch</c>.</summary>
public enum BatchKind
{
    /// <summary>Builds that wait for each other.</summary>
    [JsonStringEnumMemberName("build-graph")]
    Graph,

    /// <summary>Builds side by side.</summary>
    [JsonStringEnumMemberName("build-list")]
    List,

    /// <summary>One build for each combination of values.</summary>
    [JsonStringEnumMemberName("build-matrix")]
    Matrix,

    /// <summary>One build, whose tests are divided.</summary>
    [JsonStringEnumMemberName("build-fanout")]
    Fanout,
}
