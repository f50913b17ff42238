namespace Sluice.Local.Commands.Planning;

/// <summary>An action as it would be done.</summary>
/// <param name="ActionName">Its name.</param>
/// <param name="RunOrder">Those of one number run together, higher ones later.</param>
/// <param name="Type">Its category and provider.</param>
/// <param name="Configuration">What it is configured by, with variables filled in as far as they are known; what an action gives is told as <c>(NAME from ACTION)</c>.</param>
/// <param name="InputArtifacts">What it takes.</param>
/// <param name="OutputArtifacts">What it makes.</param>
/// <param name="Note">Whom it asks, or how it moves traffic; null if there is no more to say.</param>
/// <param name="Steps">How it moves traffic; null if it does not, or if that is not known.</param>
internal sealed record PlannedAction(
    string ActionName,
    int RunOrder,
    string Type,
    IReadOnlyDictionary<string, string> Configuration,
    IReadOnlyList<string> InputArtifacts,
    IReadOnlyList<string> OutputArtifacts,
    string? Note,
    IReadOnlyList<PlannedStep>? Steps);
