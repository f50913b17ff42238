using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Intrinsics;

/// <summary>The functions on strings and on JSON as a string.</summary>
internal static class TextFunctions
{
    /// <summary>What encoding and hashing take at most.</summary>
    private const int LongestCoded = 10_000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static DataString Format(Data[] arguments)
    {
        var pieces = FormatTemplate.Parse(arguments.Text(0)) ?? throw new IntrinsicFailedException("has a '{' or '}' that is neither '{}' nor escaped.");
        return pieces.Fill(arguments.AsSpan(1));
    }

    /// <summary>What holds no value at all is null.</summary>
    internal static Data StringToJson(Data[] arguments)
    {
        var text = arguments.Text(0);
        try
        {
            return string.IsNullOrWhiteSpace(text) ? DataNull.Value : Data.Parse(text);
        }
        catch (JsonException error)
        {
            throw new IntrinsicFailedException($"was given a string that is not JSON: {error.Message}");
        }
    }

    internal static DataString JsonToString(Data[] arguments) => new(arguments[0].ToString());

    internal static DataString Encode(Data[] arguments) => new(Convert.ToBase64String(Encoding.UTF8.GetBytes(arguments.LimitedText(0, LongestCoded))));

    internal static DataString Decode(Data[] arguments)
    {
        var text = arguments.LimitedText(0, LongestCoded);
        try
        {
            return new DataString(Strict.GetString(Convert.FromBase64String(text)));
        }
        catch (Exception error) when (error is FormatException or DecoderFallbackException)
        {
            throw new IntrinsicFailedException("was given a string that is not UTF-8 text in Base64.");
        }
    }

    [SuppressMessage("Security", "CA5350", Justification = "A user of the function chooses the algorithm.")]
    [SuppressMessage("Security", "CA5351", Justification = "A user of the function chooses the algorithm.")]
    internal static DataString Hash(Data[] arguments)
    {
        var source = arguments[0] is DataString text ? text.Value : arguments[0].ToString();
        if (source.Length > LongestCoded)
        {
            throw new IntrinsicFailedException($"takes at most {LongestCoded} characters and was given {source.Length}.");
        }

        var bytes = Encoding.UTF8.GetBytes(source);
        return new DataString(Convert.ToHexStringLower(arguments.Text(1) switch
        {
            "MD5" => MD5.HashData(bytes),
            "SHA-1" => SHA1.HashData(bytes),
            "SHA-256" => SHA256.HashData(bytes),
            "SHA-384" => SHA384.HashData(bytes),
            "SHA-512" => SHA512.HashData(bytes),
            var other => throw new IntrinsicFailedException($"does not know the algorithm '{other}'; MD5, SHA-1, SHA-256, SHA-384 and SHA-512 are known."),
        }));
    }

    /// <summary>Splits at each character of the second argument; empty parts are left out.</summary>
    internal static DataArray Split(Data[] arguments)
    {
        // By whole characters: half of an emoji is none, and no text.
        var separators = arguments.Text(1).EnumerateRunes().Select(rune => rune.ToString()).ToArray();
        var parts = separators.Length == 0 ? [arguments.Text(0)] : arguments.Text(0).Split(separators, StringSplitOptions.RemoveEmptyEntries);
        return new DataArray([.. parts.Select(part => new DataString(part))]);
    }
}
