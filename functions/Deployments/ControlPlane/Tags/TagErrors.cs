using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Tags;

/// <summary>The errors about tags, by the names of the model.</summary>
internal static class TagErrors
{
    public static ApiException Invalid(string code, IEnumerable<string> faults) => new(code, $"The tags are wrong: {string.Join("; ", faults)}.");

    public static ApiException Required(string what) => new("TagRequiredException", $"{what}: at least one was expected.");
}
