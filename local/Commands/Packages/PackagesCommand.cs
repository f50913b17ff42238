using System.CommandLine;
using Sluice.Local.Commands.Clients;

namespace Sluice.Local.Commands.Packages;

/// <summary><c>packages</c>: which versions are given to whom, and where they came from. A client of CodeArtifact's API and its additions.</summary>
internal static class PackagesCommand
{
    public static Command Create(IReadOnlyDictionary<string, string> environment)
    {
        ClientOptions Options() => new(environment);
        return new Command("packages", "Rules about which versions are given, quarantine, search, and where versions came from")
        {
            RulesCommand.Create(Options),
            QuarantineCommand.CreateQuarantine(Options()),
            QuarantineCommand.CreateRelease(Options()),
            SearchCommand.Create(Options()),
            ShowCommand.Create(Options()),
            RetentionCommand.Create(Options()),
            TokenCommand.Create(Options()),
        };
    }
}
