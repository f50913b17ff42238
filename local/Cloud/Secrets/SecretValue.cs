using System.Text;
using System.Text.Json;

namespace Sluice.Local.Cloud.Secrets;

/// <summary>What is secret: text, or bytes in Base64.</summary>
internal sealed record SecretValue(string? Text, string? Binary)
{
    private const int MostBytes = 65_536;

    /// <summary>The value that a request gives; null if it gives none.</summary>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">It gives two, or too much.</exception>
    public static SecretValue? Of(string? text, string? binary) => (text, binary) switch
    {
        (null, null) => null,
        (not null, not null) => throw SecretErrors.InvalidParameter("You can't specify both a binary secret value and a string secret value in the same secret."),
        _ => Checked(new SecretValue(text, binary)),
    };

    /// <summary>As it is sealed.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>What <see cref="ToJson"/> made.</summary>
    public static SecretValue FromJson(string json) => JsonSerializer.Deserialize<SecretValue>(json)!;

    /// <summary>Without what is secret.</summary>
    public override string ToString() => "a secret value";

    private static SecretValue Checked(SecretValue value) => (value.Text is { } text ? Encoding.UTF8.GetByteCount(text) : Convert.FromBase64String(value.Binary!).Length) is > 0 and <= MostBytes
        ? value
        : throw SecretErrors.InvalidParameter($"A secret's value has 1 to {MostBytes} bytes.");
}
