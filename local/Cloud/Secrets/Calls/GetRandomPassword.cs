using System.Text.Json.Nodes;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Secrets.Calls;

/// <summary>A password that nobody has.</summary>
internal sealed class GetRandomPassword(IIds ids) : SecretCall<GetRandomPassword.Input>("getRandomPassword")
{
    private const int DefaultLength = 32;

    protected override Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var rules = new PasswordRules(
            input.PasswordLength ?? DefaultLength, input.ExcludeCharacters ?? "", input.ExcludeNumbers ?? false, input.ExcludePunctuation ?? false, input.ExcludeUppercase ?? false,
            input.ExcludeLowercase ?? false, input.IncludeSpace ?? false, input.RequireEachIncludedType ?? true);
        using var bytes = Bytes().GetEnumerator();
        return Task.FromResult(new JsonObject { ["RandomPassword"] = RandomPassword.Of(rules, bytes) });
    }

    private IEnumerable<byte> Bytes()
    {
        while (true)
        {
            foreach (var octet in Convert.FromHexString(ids.Secret()))
            {
                yield return octet;
            }
        }
    }

    /// <summary>Secrets Manager's GetRandomPasswordRequest.</summary>
    internal sealed record Input(
        int? PasswordLength, string? ExcludeCharacters, bool? ExcludeNumbers, bool? ExcludePunctuation, bool? ExcludeUppercase, bool? ExcludeLowercase, bool? IncludeSpace, bool? RequireEachIncludedType);
}
