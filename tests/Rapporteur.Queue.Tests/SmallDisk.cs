using System.Diagnostics;
using System.Globalization;

namespace Rapporteur.Queue.Tests;

/// <summary>A file system of a few megabytes in memory, where this process may mount one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    private string Ballast => Path.Combine(Folder, "ballast");

    public static SmallDisk? TryMount(string folder, int megabytes)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root") return null;
        Directory.CreateDirectory(folder);
        return Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m"), "tmpfs", folder) ? new SmallDisk(folder) : null;
    }

    /// <summary>Takes all the room that is left.</summary>
    public void Fill()
    {
        using var ballast = File.Create(Ballast, 1);
        try
        {
            while (true) ballast.Write(new byte[1024]);
        }
        catch (IOException)
        {
            // Now it is full.
        }
    }

    /// <summary>Gives it back.</summary>
    public void Free() => File.Delete(Ballast);

    public void Dispose() => Run("umount", Folder);

    private static bool Run(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
