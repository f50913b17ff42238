namespace Sluice.Pipelines.Model;

/// <summary>The action types that are built.</summary>
internal static class Providers
{
    public const string Git = "Git";

    public const string CodeBuild = "CodeBuild";

    public const string Lambda = "Lambda";

    /// <summary>The pipeline machine's WhichProvider state has a branch for each of these.</summary>
    public static IReadOnlyList<ProviderRule> Rules { get; } =
    [
        new(ActionCategory.Source, ActionOwner.Custom, Git, Inputs: new(0, 0), Outputs: new(1, 1), Required: ["Repository"], Known: ["Repository", "Branch"]),
        new(ActionCategory.Build, ActionOwner.AWS, CodeBuild, Inputs: new(1, 5), Outputs: new(0, 5), Required: ["ProjectName"], Known: null),
        new(ActionCategory.Deploy, ActionOwner.AWS, Lambda, Inputs: new(1, 1), Outputs: new(0, 0), Required: [], Known: null),
    ];
}
