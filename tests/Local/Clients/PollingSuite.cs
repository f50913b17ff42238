namespace Sluice.Local.Tests.Clients;

/// <summary>The same as a user has it, which looks at the sources of pipelines.</summary>
public sealed class PollingSuite : ClientSuite
{
    protected override bool Polls => true;
}
