namespace Sluice.Local.Commands.Validating;

/// <summary>Something of the account that a document names.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name; of a deployment group that of its application before it, as in <c>shop/prod</c>.</param>
/// <param name="By">The document that names it.</param>
/// <param name="Path">Where.</param>
internal sealed record Needed(NeededKind Kind, string Name, CheckedDocument By, string Path);
