namespace Sluice.Local.Commands.Validating;

/// <summary>A file that was checked.</summary>
/// <param name="File">Its name.</param>
/// <param name="Kind">What it was taken for.</param>
/// <param name="TakenFor">The same for people, with whose it is.</param>
internal sealed record CheckedFile(string File, DocumentKind Kind, string TakenFor);
