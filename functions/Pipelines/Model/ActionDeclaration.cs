namespace Sluice.Pipelines.Model;

/// <summary>An action of a stage.</summary>
/// <param name="Name">Unique in its stage.</param>
/// <param name="ActionTypeId">What it does.</param>
/// <param name="RunOrder">1 to 999: actions of one number run together, higher ones later.</param>
/// <param name="Configuration">What its provider is told.</param>
/// <param name="InputArtifacts">Artifacts of earlier actions.</param>
/// <param name="OutputArtifacts">Artifacts that it makes; unique in the pipeline.</param>
/// <param name="Namespace">Kept as given; variables are not built yet.</param>
/// <param name="Region">Kept as given; every action runs in the suite's Region.</param>
/// <param name="RoleArn">Kept as given; every action runs with the suite's own role.</param>
public sealed record ActionDeclaration(
    string Name,
    ActionTypeId ActionTypeId,
    int RunOrder,
    IReadOnlyDictionary<string, string> Configuration,
    IReadOnlyList<ArtifactName> InputArtifacts,
    IReadOnlyList<ArtifactName> OutputArtifacts,
    string? Namespace = null,
    string? Region = null,
    string? RoleArn = null)
{
    /// <summary>Whether it brings a source's revision in.</summary>
    internal bool IsSource => ActionTypeId.Category == Providers.Source;

    /// <summary>A key of the configuration, or null.</summary>
    internal string? Setting(string key) => Configuration.GetValueOrDefault(key);
}
