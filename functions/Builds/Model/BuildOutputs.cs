using Sluice.Platform.Objects;

namespace Sluice.Builds.Model;

/// <summary>Where builds' programs keep what they tell: the suite's own bucket.</summary>
internal static class BuildOutputs
{
    /// <summary>Of a build in this bucket, below what it belongs to: a pipeline's name, or <c>codebuild</c>.</summary>
    public static ObjectRef Of(string bucket, string owner, string buildId) => new(bucket, $"{owner}/builds/{buildId}");

    /// <summary>Of another build of the same owner.</summary>
    public static ObjectRef Beside(ObjectRef output, string buildId) => output with { Key = $"{output.Key[..(output.Key.LastIndexOf('/') + 1)]}{buildId}" };
}
