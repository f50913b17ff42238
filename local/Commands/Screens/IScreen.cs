using Sluice.Local.Commands.Live;

namespace Sluice.Local.Commands.Screens;

/// <summary>Where a release is shown as it happens.</summary>
internal interface IScreen
{
    /// <summary>Something happened. It stays. Only the first line of a text has the time and the label beside it: what follows can be copied.</summary>
    void Line(string label, string text, Tone tone = Tone.Plain);

    /// <summary>What a build wrote, which is left as it is.</summary>
    /// <param name="name">Whose it is; null if there is only one.</param>
    void Output(string? name, string text);

    /// <summary>How things are now, in place of the last time; a screen that cannot replace tells it in lines at times. Nothing is shown any more when nothing goes on.</summary>
    /// <param name="state">What goes on.</param>
    /// <param name="now">Since the view began.</param>
    void Show(LiveState state, TimeSpan now);

    /// <summary>Takes what <see cref="Show"/> showed away until it is shown again, for somebody else who writes.</summary>
    void Hide();
}
