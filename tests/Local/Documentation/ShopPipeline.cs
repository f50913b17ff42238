using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Tests.Documentation;

/// <summary>A pipeline that asks before it ends.</summary>
internal static class ShopPipeline
{
    public static PipelineDeclaration Of(string repository) => new()
    {
        Name = "shop",
        ArtifactStore = new ArtifactStore { Type = ArtifactStoreType.S3, Location = "shop-artifacts" },
        Stages =
        [
            new StageDeclaration { Name = "Source", Actions = [Source(repository)] },
            new StageDeclaration { Name = "Ask", Actions = [Approval()] },
        ],
    };

    private static ActionDeclaration Source(string repository) => new()
    {
        Name = "Checkout",
        ActionTypeId = new ActionTypeId { Category = ActionCategory.Source, Owner = ActionOwner.Custom, Provider = "Git", Version = "1" },
        Configuration = new Dictionary<string, string> { ["Repository"] = repository, ["Branch"] = "main" },
        OutputArtifacts = [new OutputArtifact { Name = "Source" }],
    };

    private static ActionDeclaration Approval() => new()
    {
        Name = "Release",
        ActionTypeId = new ActionTypeId { Category = ActionCategory.Approval, Owner = ActionOwner.AWS, Provider = "Manual", Version = "1" },
        Configuration = new Dictionary<string, string> { ["CustomData"] = "Is the shop closed?", ["ExternalEntityLink"] = "https://example.com/shop" },
    };
}
