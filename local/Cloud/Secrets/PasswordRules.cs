namespace Sluice.Local.Cloud.Secrets;

/// <summary>What a random password must keep to.</summary>
internal sealed record PasswordRules(
    int Length, string ExcludeCharacters, bool ExcludeNumbers, bool ExcludePunctuation, bool ExcludeUppercase, bool ExcludeLowercase, bool IncludeSpace, bool RequireEachIncludedType);
