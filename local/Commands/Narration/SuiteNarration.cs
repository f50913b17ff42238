using Microsoft.Extensions.DependencyInjection;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Guarding;
using Sluice.Local.Host;

namespace Sluice.Local.Commands.Narration;

/// <summary>Lets a suite tell on a screen what happens in it.</summary>
internal static class SuiteNarration
{
    /// <returns>What shows the runs that go on; it takes them off the screen when it is disposed of.</returns>
    /// <param name="lasts">How long the functions can be called, see <see cref="TryIt"/>.</param>
    public static LiveView TellOn(this Suite suite, IScreen screen, TimeProvider time, string? lasts, bool ofMany = false)
    {
        var view = new LiveView(screen, suite.Services.GetRequiredService<Unattended>(), time, ofMany);
        suite.Bus.Published += new BakeWatch(screen, time, (baked, since) => suite.Requests(baked.Function, baked.Alias, baked.Version, since, time.GetUtcNow())).See;
        suite.Bus.Published += new Narrator(screen, ofMany).Tell;
        suite.Bus.Published += view.See;
        suite.Bus.Published += Examples(suite, screen, lasts).See;
        suite.Answered += new FailureWatch(screen).See;
        suite.Answered += view.SeeAnswer;
        suite.Noticed += text => screen.Line("Watching", text, Tone.Warning);
        suite.BuildOutput += new BuildLog(screen, ofMany).Show;
        suite.BuildOutput += view.SeeBuild;
        return view;
    }

    // Whoever serves what was deployed before can be called from now on.
    private static TryIt Examples(Suite suite, IScreen screen, string? lasts)
    {
        var examples = new TryIt(screen, suite.AliasUrl, lasts);
        foreach (var (function, alias) in lasts is null ? suite.Aliases : [])
        {
            examples.Tell(function, alias);
        }

        return examples;
    }
}
