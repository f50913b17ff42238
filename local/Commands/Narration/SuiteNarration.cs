using Sluice.Local.Commands.Screens;
using Sluice.Local.Host;

namespace Sluice.Local.Commands.Narration;

/// <summary>Lets a suite tell on a screen what happens in it.</summary>
internal static class SuiteNarration
{
    public static void TellOn(this Suite suite, IScreen screen, TimeProvider time, bool ofMany = false)
    {
        suite.Bus.Published += new BakeWatch(screen, time, (baked, since) => suite.Requests(baked.Function, baked.Alias, baked.Version, since, time.GetUtcNow())).See;
        suite.Bus.Published += new Narrator(screen, ofMany).Tell;
        suite.Answered += new FailureWatch(screen).See;
        suite.Noticed += text => screen.Line("Watching", text, Tone.Warning);
        suite.BuildOutput += new BuildLog(screen).Show;
    }
}
