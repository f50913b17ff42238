namespace Sluice.Platform.Access.Tokens;

/// <summary>The key that signs tokens, as it is stored.</summary>
internal sealed record TokenKeyRecord(string SealedSecret);
