namespace Sluice.Local.Commands.Validating;

/// <summary>A file that is to be checked.</summary>
/// <param name="File">As the user knows it.</param>
/// <param name="FullPath">Where it is.</param>
/// <param name="Kind">What it is taken for.</param>
/// <param name="Content">Its bytes; one more than a document may have if it is larger.</param>
internal sealed record FoundDocument(string File, string FullPath, DocumentKind Kind, byte[] Content);
