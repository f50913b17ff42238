namespace Sluice.Local.Commands.Screens;

/// <summary>What must be seen at once, wherever the screen's lines go.</summary>
internal static class StandardError
{
    /// <summary>A line on standard error. If that is on the full disk, too, there is nobody left to tell.</summary>
    public static void TellAtOnce(this IScreen screen, string text)
    {
        try
        {
            screen.Hide();
            Console.Error.WriteLine(text);
        }
        catch (IOException)
        {
            return;
        }
    }
}
