using Sluice.Signing;

namespace Sluice.Platform.SigV4;

/// <summary>What a request says of its signature.</summary>
internal sealed record Signature
{
    public required CredentialScope Scope { get; init; }

    /// <summary>Lower case, divided by semicolons, in the order in which they were signed.</summary>
    public required string SignedHeaders { get; init; }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public required string Hex { get; init; }

    /// <summary>When the request was signed, as the string to sign has it.</summary>
    public required string Date { get; init; }

    public required DateTimeOffset SignedAt { get; init; }

    /// <summary>How long a presigned request holds; null for one that is signed in its headers.</summary>
    public TimeSpan? Expires { get; init; }

    public bool IsPresigned => Expires is not null;

    public bool Signs(string header) => SignedHeaders.Split(';').Contains(header, StringComparer.Ordinal);
}
