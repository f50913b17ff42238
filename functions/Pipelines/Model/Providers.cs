namespace Sluice.Pipelines.Model;

/// <summary>The action types that are built.</summary>
internal static class Providers
{
    public const string Source = "Source";

    public const string Git = "Git";

    public const string CodeBuild = "CodeBuild";

    public const string Lambda = "Lambda";

    /// <summary>The pipeline machine's WhichProvider state has a branch for each of these.</summary>
    public static IReadOnlyList<ProviderRule> Rules { get; } =
    [
        new(Source, "Custom", Git, Inputs: new(0, 0), Outputs: new(1, 1), Required: ["Repository"], Known: ["Repository", "Branch"]),
        new("Build", "AWS", CodeBuild, Inputs: new(1, 5), Outputs: new(0, 5), Required: ["ProjectName"], Known: null),
        new("Deploy", "AWS", Lambda, Inputs: new(1, 1), Outputs: new(0, 0), Required: [], Known: null),
    ];
}
