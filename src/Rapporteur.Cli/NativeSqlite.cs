using System.Reflection;
using System.Runtime.InteropServices;

namespace Rapporteur.Cli;

/// <summary>
/// SQLite inside the one file that the command is published as. Systems load libraries from files only, so it is unpacked once into
/// the user's data folder and loaded from there; where it was not published in one file, the framework finds it as usual.
/// </summary>
internal static class NativeSqlite
{
    /// <summary>What the command's project calls the resource.</summary>
    private const string Resource = "e_sqlite3";

    private static readonly Lazy<nint> Library = new(Load);

    /// <summary>Says where SQLite is to be found; called before an archive is opened.</summary>
    public static void Prepare()
    {
        if (typeof(NativeSqlite).Assembly.GetManifestResourceInfo(Resource) is null || Library.IsValueCreated) return;
        NativeLibrary.SetDllImportResolver(typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly, (name, _, _) => name == Resource ? Library.Value : 0);
        _ = Library.Value;
    }

    private static nint Load()
    {
        using var resource = typeof(NativeSqlite).Assembly.GetManifestResourceStream(Resource)!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        var version = typeof(NativeSqlite).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        try
        {
            if (Path.IsPathRooted(data)) return NativeLibrary.Load(Unpacked(bytes, Path.Combine(data, "rapporteur", "native", version)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DllNotFoundException)
        {
            // No home, a read-only one, or one that nothing may be run from: a folder for this run will do.
        }

        var folder = Directory.CreateTempSubdirectory("rapporteur-").FullName;
        var library = NativeLibrary.Load(Unpacked(bytes, folder));

        // A loaded library keeps what it needs; only Windows holds on to the file.
        if (!OperatingSystem.IsWindows()) Directory.Delete(folder, recursive: true);
        return library;
    }

    // What lies there is used only where it is what would be written.
    private static string Unpacked(byte[] bytes, string folder)
    {
        var file = Path.Combine(folder, OperatingSystem.IsWindows() ? "e_sqlite3.dll" : OperatingSystem.IsMacOS() ? "libe_sqlite3.dylib" : "libe_sqlite3.so");
        if (File.Exists(file) && File.ReadAllBytes(file).AsSpan().SequenceEqual(bytes)) return file;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        // Written aside and put in place at once: another run may be doing the same.
        var partial = Path.Combine(folder, Path.GetRandomFileName());
        File.WriteAllBytes(partial, bytes);
        File.Move(partial, file, overwrite: true);
        return file;
    }
}
