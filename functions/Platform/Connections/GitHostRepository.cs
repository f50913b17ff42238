namespace Sluice.Platform.Connections;

/// <summary>A repository at a git host, and who asks about it.</summary>
/// <param name="Provider">Whose host it is.</param>
/// <param name="Api">Where the host's API is.</param>
/// <param name="FullName">E.g. <c>team/shop</c>.</param>
/// <param name="SignIn">What signs in.</param>
public sealed record GitHostRepository(GitProvider Provider, Uri Api, string FullName, TokenSignIn SignIn);
