namespace Sluice.BuildRunner.Shells;

/// <summary>Whom a <c>run-as</c> names.</summary>
/// <param name="Name">As the buildspec has it.</param>
/// <param name="Id">The system's.</param>
/// <param name="Group">Of the user's own group.</param>
/// <param name="Home">The user's folder.</param>
internal sealed record ShellUser(string Name, uint Id, uint Group, string Home);
