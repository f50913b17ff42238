namespace Sluice.TestFunction;

/// <summary>Waits for a file by which a test says to go on. This is a process of its own, which no test's clock reaches.</summary>
internal static class Appearance
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(5);

    public static async Task OfAsync(string file)
    {
        while (!File.Exists(file))
        {
            await Task.Delay(Often);
        }
    }
}
