namespace Sluice.Local.Tests.Clients;

/// <summary>How a program ended, and what it printed.</summary>
internal sealed record ProgramEnd(int ExitCode, string Output, string Errors)
{
    public string All => Output + Errors;
}
