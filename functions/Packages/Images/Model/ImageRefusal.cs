namespace Sluice.Packages.Images.Model;

/// <summary>What a registry of images refuses, by the specification's own codes.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="code">The code.</param>
/// <param name="message">For people.</param>
internal sealed class ImageRefusal(int status, string code, string message) : Exception(message)
{
    public int Status => status;

    public string Code => code;

    /// <summary>Further facts; null if there are none.</summary>
    public object? Detail { get; init; }

    /// <summary>What else the answer says.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}
