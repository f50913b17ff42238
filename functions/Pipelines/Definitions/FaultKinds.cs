namespace Sluice.Pipelines.Definitions;

/// <summary>Which of CodePipeline's errors a fault of a document is.</summary>
internal static class FaultKinds
{
    public const string Structure = "InvalidStructureException";

    public const string Stage = "InvalidStageDeclarationException";

    public const string Action = "InvalidActionDeclarationException";

    public const string Blocker = "InvalidBlockerDeclarationException";

    /// <summary>What is no such member, or of another type: what the original's model alone says.</summary>
    public const string Validation = "ValidationException";
}
