using System.Security.Cryptography;
using System.Text;
using Sluice.Signing;

namespace Sluice.Platform.SigV4;

/// <summary>Holds the chunks of a body against their signatures, of which each signs the one before, and the first that of the request.</summary>
internal sealed class ChunkSigner(byte[] key, Signature seed)
{
    private static readonly string Nothing = SigningAlgorithm.Hash([]);
    private string _previous = seed.Hex;

    /// <param name="hash">The SHA-256 of the chunk's data, in hexadecimal digits.</param>
    /// <param name="signature">As it came with the chunk.</param>
    public bool HoldsChunk(string hash, string signature) => Holds($"{SigningAlgorithm.Name}-PAYLOAD\n{seed.Date}\n{seed.Scope.Text}\n{_previous}\n{Nothing}\n{hash}", signature);

    /// <param name="trailer">Its lines, each a name in lower case, a colon and a value, with a line feed behind it.</param>
    /// <param name="signature">As it came with the trailer.</param>
    public bool HoldsTrailer(string trailer, string signature) =>
        Holds($"{SigningAlgorithm.Name}-TRAILER\n{seed.Date}\n{seed.Scope.Text}\n{_previous}\n{SigningAlgorithm.Hash(Encoding.UTF8.GetBytes(trailer))}", signature);

    private bool Holds(string stringToSign, string signature)
    {
        _previous = SigningKey.SignText(key, stringToSign);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(_previous), Encoding.UTF8.GetBytes(signature));
    }
}
